// Log in on an approval page in a real browser, approve or deny, and print the final address.
//
//   node approve.cjs CHROMIUM URL USERNAME PASSWORD approve|deny
//
// Prints the headings of the visited pages and the final address as JSON.
const { chromium } = require("../../tools/node_modules/playwright-core");

async function main([executablePath, url, username, password, decision]) {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const headings = [];
    const recordHeading = async () => headings.push((await page.locator("h1").first().textContent()).trim());
    await page.goto(url);
    await recordHeading();
    await page.getByLabel("User name").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Log in" }).click();
    await recordHeading();
    await page.getByRole("button", { name: decision === "approve" ? "Approve" : "Deny" }).click();
    console.log(JSON.stringify({ headings, address: page.url() }));
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
