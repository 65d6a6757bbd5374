// What the browser tests do. Each gets a browser and the options from the test, and answers with plain values.
import { events, liveboard, newPage, shown, signIn, signOut, waitForEvent, waitForWho } from './browser.mjs';

const sdkPage = ({ origin, token, mode }) => `${origin}/app/sdk.html?token=${token}&mode=${mode}`;
const FRAME = '#embed iframe';

async function openLiveboard(page, options) {
  await page.goto(sdkPage(options));
  await waitForEvent(page, '^SUCCESS$');
  return liveboard(page, FRAME);
}

export async function sdk(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  const frame = await openLiveboard(page, options);
  return { events: await events(page), ...(await shown(frame)) };
}

export async function sdkRefused(browser, options) {
  const page = await newPage(browser);
  if (options.person) await signIn(page, options);
  await page.goto(sdkPage(options));
  await waitForEvent(page, '^FAILURE');
  return { events: await events(page), embed: await page.$eval('#embed', (element) => element.textContent) };
}

export async function expiry(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  const frame = await openLiveboard(page, options);
  await frame.click('#triggers summary');
  await frame.click('[data-trigger=ThoughtspotAuthExpired]');
  await waitForEvent(page, '^FAILURE EXPIRY');
  if (options.mode === 'cookie') {
    await waitForEvent(page, '^SDK_SUCCESS$', 2);
  }
  const current = await (await page.waitForSelector(FRAME)).contentFrame();
  await waitForWho(current, 'Signed in again');
  return { events: await events(page), ...(await shown(current)) };
}

export async function refreshBeforeExpiry(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  const frame = await openLiveboard(page, options);
  await waitForWho(frame, 'Signed in again');
  return { events: await events(page), ...(await shown(frame)) };
}

export async function redirect(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  await page.goto(`${options.origin}/app/redirect.html`);
  return shown(await liveboard(page, '#frame'));
}

/** Presses every button of the token page, one after the other, and reads what is then shown. */
async function callEverything(page) {
  await page.waitForSelector('[data-call]:enabled');
  const answers = {};
  for (const button of await page.$$('[data-call]')) {
    await button.evaluate((element) => element.click());
    const answer = await button.evaluateHandle((element) => element.parentElement.querySelector('.answer'));
    await page.waitForFunction((element) => element.textContent !== '', {}, answer);
    const path = await button.evaluate((element) => element.dataset.call);
    answers[path] = await answer.evaluate((element) => element.textContent);
  }
  return answers;
}

export async function tokenPage(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  await page.goto(`${options.origin}/app/token.html`);
  return callEverything(page);
}

export async function anotherOrigin(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  await page.goto(`${options.thoughtSpot}/`);
  return page.evaluate(async (address) => {
    const attempt = async (mode) => {
      try {
        const answer = await fetch(address, { mode, credentials: 'include' });
        return `${answer.type} ${answer.status} ${await answer.text()}`;
      } catch (error) {
        return error.name;
      }
    };
    return { cors: await attempt('cors'), noCors: await attempt('no-cors') };
  }, `${options.origin}/ts-token/token`);
}

export async function prefetch(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  const isToken = (message) => new URL(message.url()).pathname === '/ts-token/token';
  const answered = page.waitForResponse(isToken);
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: '/ts-token/token' }));
  });
  const answer = await answered;
  return { status: answer.status(), purpose: answer.request().headers()['sec-purpose'] ?? '' };
}

export async function changeOfPerson(browser, options) {
  const page = await newPage(browser);
  await signIn(page, options);
  const first = await shown(await openLiveboard(page, options));
  await signOut(page, options);
  const token = await page.evaluate(async () => (await fetch('/ts-token/token')).status);
  await signIn(page, { ...options, person: options.next });
  const second = await shown(await openLiveboard(page, options));
  return { first: first.who, whileSignedOut: token, second: second.who };
}

async function settled(page) {
  await page.waitForNetworkIdle({ idleTime: 400, timeout: 8000 }).catch(() => undefined);
}

const PICTURES = [
  ['home', '/app/'],
  ['sdk', '/app/sdk.html'],
  ['redirect', '/app/redirect.html'],
  ['token', '/app/token.html'],
  ['ts-token', '/ts-token/'],
];
const WIDTHS = { desktop: { width: 1200, height: 900 }, phone: { width: 390, height: 844 } };

async function photograph(page, { origin, folder }, pictures, width) {
  await page.setViewport(WIDTHS[width]);
  for (const [name, path] of pictures) {
    await page.goto(`${origin}${path}`);
    await settled(page);
    if (name === 'token') await callEverything(page);
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

export async function screenshots(browser, options) {
  const page = await newPage(browser);
  const overflow = {};
  for (const width of Object.keys(WIDTHS)) {
    await photograph(page, options, [['sign-in', '/app/'], ['nobody', '/app/sdk.html']], width);
  }
  await signIn(page, options);
  for (const width of Object.keys(WIDTHS)) {
    overflow[width] = await photograph(page, options, PICTURES, width);
  }
  return { overflow };
}
