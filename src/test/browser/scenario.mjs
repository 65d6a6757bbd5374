// node scenario.mjs <name> <options as JSON>: does one scenario and prints its result as one line of JSON.
import process from 'node:process';
import { withBrowser } from './browser.mjs';
import * as embeds from './embeds.mjs';
import * as pages from './scenarios.mjs';
import * as signIns from './signin.mjs';

const scenarios = { ...pages, ...embeds, ...signIns };
const [name, options] = process.argv.slice(2);

/** What the person would have seen when it went wrong. */
async function describe(browser) {
  for (const page of await browser.pages()) {
    for (const frame of page.frames()) {
      const text = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
      console.error(`${frame.url()}\n${text}\n`);
    }
  }
}

const result = await withBrowser(async (browser) => {
  try {
    return await scenarios[name](browser, JSON.parse(options));
  } catch (error) {
    await describe(browser);
    throw error;
  }
});
console.log(JSON.stringify(result));
