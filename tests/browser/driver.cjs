// Drive Chromium: read commands as JSON lines, and answer each with a JSON line, {"result": ...} or {"error": "..."}.
//
//   node driver.cjs CHROMIUM
//
// A command is {"do": NAME, ...arguments}. Tabs are numbered; tabs of one browser share cookies.
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const { setTimeout: sleep } = require("node:timers/promises");
const { chromium } = require("../../tools/node_modules/playwright-core");

const AXE = fs.readFileSync(require.resolve("../../tools/node_modules/axe-core/axe.min.js"), "utf8");
const SWITCHES = ["no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync"];
const DESKTOP = { width: 1024, height: 768 };
const PHONE = { width: 320, height: 640 };
// For slow machines.
const TIMEOUT = 120_000;
const OPTIONS = {
  executablePath: process.argv[2],
  args: SWITCHES.map((name) => `--${name}`),
  // People's browsers show earlier pages from memory.
  ignoreDefaultArgs: ["--disable-back-forward-cache"],
  timeout: TIMEOUT,
};
const tabs = [];
let launched;

async function addTab(context) {
  context.setDefaultTimeout(TIMEOUT);
  const page = await context.newPage();
  const tab = { page, requests: [], complaints: [], status: null };
  page.on("request", (request) => tab.requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && tab.complaints.push(message.text()));
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) tab.status = response.status();
  });
  return tabs.push(tab) - 1;
}

// A profile whose settings block cookies, as users can.
async function contextWithoutCookies(folder) {
  fs.mkdirSync(path.join(folder, "Default"));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  fs.writeFileSync(path.join(folder, "Default", "Preferences"), JSON.stringify(settings));
  return chromium.launchPersistentContext(folder, { ...OPTIONS, javaScriptEnabled: false });
}

async function navigating(page, action) {
  const loaded = page.waitForEvent("load");
  await Promise.all([loaded, action()]);
}

const commands = {
  open_without_cookies: async ({ folder }) => addTab(await contextWithoutCookies(folder)),
  async open({ scripts }) {
    launched ??= await chromium.launch(OPTIONS);
    return addTab(await launched.newContext({ javaScriptEnabled: scripts, viewport: DESKTOP }));
  },
  // Make a browser as good as new, in a fraction of the time that a new one takes.
  async reset({ page, tab }) {
    const others = page.context().pages().filter((other) => other !== page);
    await Promise.all(others.map((other) => other.close()));
    await page.context().clearCookies();
    await page.goto("about:blank");
    await page.setViewportSize(DESKTOP);
    Object.assign(tab, { requests: [], complaints: [], status: null });
  },
  another: ({ page }) => addTab(page.context()),
  // Open a URL in several new tabs of a browser at once; return their numbers when all have loaded.
  open_at_once: ({ page, url, count }) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const number = await addTab(page.context());
        await tabs[number].page.goto(url);
        return number;
      }),
    ),
  goto: async ({ page, url }) => void (await page.goto(url)),
  // Answer the requests for URLs that begin with one prefix with what another server has at the same path.
  redirect_requests: ({ page, from, to }) =>
    page.context().route(
      (url) => url.href.startsWith(from),
      async (route) => {
        const response = await route.fetch({ url: to + route.request().url().slice(from.length) });
        await route.fulfill({ response });
      },
    ),
  // Load the images that are out of sight, too; return the addresses of those that cannot be shown.
  load_images: ({ page }) =>
    page.evaluate(async () => {
      const images = [...document.images];
      for (const image of images) image.loading = "eager";
      const shown = await Promise.allSettled(images.map((image) => image.decode()));
      return images.filter((_, index) => shown[index].status === "rejected").map((image) => image.currentSrc);
    }),
  async back({ page }) {
    // A page that is shown from memory has no "load".
    await page.goBack({ waitUntil: "commit" });
    while ((await page.evaluate(() => document.readyState)) !== "complete") await sleep(10);
  },
  reload: async ({ page }) => void (await page.reload()),
  close: ({ page }) => page.close(),
  close_browser: ({ page }) => page.context().close(),
  fill: ({ page, label, value }) => page.getByLabel(label, { exact: true }).fill(value),
  click: ({ page, name }) => navigating(page, () => page.getByRole("button", { name, exact: true }).click()),
  // Click a button that stays on its page.
  push: ({ page, name }) => page.getByRole("button", { name, exact: true }).click(),
  // Wait until an element of a selector shows a text.
  wait_for: ({ page, selector, text }) => page.locator(selector, { hasText: text }).first().waitFor(),
  texts: ({ page, selector }) => page.locator(selector).allInnerTexts(),
  // What a script of the page gets from a request of its own: the status, or the error.
  request: ({ page, url, options }) =>
    page.evaluate(([target, settings]) => fetch(target, settings).then((answer) => answer.status, String), [url, options]),
  double_click: ({ page, name }) => navigating(page, () => page.getByRole("button", { name, exact: true }).dblclick()),
  select: async ({ page, label, value }) => void (await page.getByLabel(label, { exact: true }).selectOption(value)),
  press: ({ page, key }) => page.keyboard.press(key),
  enter: ({ page }) => navigating(page, () => page.keyboard.press("Enter")),
  type: ({ page, text }) => page.keyboard.type(text),
  add_cookie: ({ page, ...cookie }) => page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]),
  async read({ page, tab }) {
    const shown = await page.evaluate(() => {
      const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
      return {
        title: document.title,
        headings: texts("h1"),
        alerts: texts("[role=alert]"),
        buttons: texts("button"),
        text: document.body.innerText.trim(),
      };
    });
    return { ...shown, url: page.url(), status: tab.status, requests: tab.requests, complaints: tab.complaints };
  },
  // The text of the focused button or link, or the label of the focused input, and whether an outline shows the focus.
  focused: ({ page }) =>
    page.evaluate(() => {
      const element = document.activeElement;
      const name = element.labels?.[0]?.textContent ?? element.textContent;
      return { name: name.trim(), is_visible: getComputedStyle(element).outlineStyle !== "none" };
    }),
  // Width and height of the boxes of buttons.
  boxes: ({ page, names }) =>
    Promise.all(
      names.map(async (name) => {
        const { width, height } = await page.getByRole("button", { name, exact: true }).boundingBox();
        return [width, height];
      }),
    ),
  // Photograph a page on a desktop and a phone, light and dark; return what axe finds, and where the page scrolls sideways.
  async inspect({ page, folder, name }) {
    const problems = [];
    await page.bringToFront();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.evaluate(AXE);
    for (const device of ["desktop", "phone"]) {
      await page.setViewportSize(device === "desktop" ? DESKTOP : PHONE);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: path.join(folder, `${name}-${device}-${colorScheme}.png`), fullPage: true });
        // Colours do not depend on the device: two of the four are enough.
        if ((device === "desktop") === (colorScheme === "light")) problems.push(...(await page.evaluate(findProblems)));
      }
    }
    return problems;
  },
};

// Runs in the page.
async function findProblems() {
  const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} px wide`] : [];
  return [...violations.map((rule) => `${rule.id} (${rule.impact}): ${rule.nodes[0].html}`), ...wide];
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
      const { do: name, tab: number, ...rest } = JSON.parse(line);
      const tab = tabs[number];
      answer = { result: (await commands[name]({ ...rest, tab, page: tab?.page })) ?? null };
    } catch (error) {
      answer = { error: error.message };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  await Promise.all(tabs.map(({ page }) => page.context().close()));
  await launched?.close();
}

main();
