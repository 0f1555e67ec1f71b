const puppeteer = require('puppeteer');

async function store(title) {
  console.log(title);
}

async function titleOf(url) {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.goto(url);
  const title = await page.evaluate(() => document.title);
  store(title);
  return title;
}

module.exports = { titleOf };
