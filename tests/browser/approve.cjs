// What a person does on an approval page, in a real browser: log in, decide, look where one arrives.
//
//   node approve.cjs CHROMIUM URL USERNAME PASSWORD approve|deny
//
// Prints the headings of the pages that were seen and the address at the end, as JSON.
const { chromium } = require("../../tools/node_modules/playwright-core");

async function main([executablePath, url, username, password, decision]) {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const seen = [];
    const look = async () => seen.push((await page.locator("h1").first().textContent()).trim());
    await page.goto(url);
    await look();
    await page.getByLabel("User name").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Log in" }).click();
    await look();
    await page.getByRole("button", { name: decision === "approve" ? "Approve" : "Deny" }).click();
    console.log(JSON.stringify({ seen, arrived: page.url() }));
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
