// Starts Chromium from npm and does what a person does with the embedding application.
import process from 'node:process';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const STEP_MS = 20000;

// The package's own arguments are for a cloud function; they switch web security off, which is what is tested here.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

export async function withBrowser(work) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || (await chromium.executablePath()),
    headless: 'shell',
    args: ARGUMENTS,
    defaultViewport: { width: 1200, height: 900 },
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

export async function newPage(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(STEP_MS);
  return page;
}

export async function signIn(page, { origin, person }) {
  await page.goto(`${origin}/app/`);
  await page.type('#name', person);
  await page.type('#password', `${person}-demo`);
  await Promise.all([page.waitForNavigation(), page.click('.sign-in button')]);
}

export async function signOut(page, { origin }) {
  await page.goto(`${origin}/app/`);
  await page.waitForSelector('#sign-out:not([hidden])');
  await Promise.all([page.waitForNavigation(), page.click('#sign-out button')]);
}

export function events(page) {
  return page.$$eval('#log li', (lines) => lines.map((line) => line.textContent));
}

/** Waits until the SDK has reported a line that the pattern matches, the given number of times. */
export async function waitForEvent(page, pattern, times = 1) {
  await page.waitForFunction(
    (source, wanted) => [...document.querySelectorAll('#log li')]
      .filter((line) => new RegExp(source).test(line.textContent)).length >= wanted,
    {},
    pattern,
    times,
  );
}

/** The frame inside this element, once it shows who is signed in. */
export async function liveboard(page, selector) {
  const element = await page.waitForSelector(selector);
  const frame = await element.contentFrame();
  await waitForWho(frame, 'Signed in');
  return frame;
}

export function waitForWho(frame, text) {
  return frame.waitForFunction((wanted) => document.getElementById('who')?.textContent.includes(wanted), {}, text);
}

export async function shown(frame) {
  const text = (id) => frame.$eval(id, (element) => element.textContent);
  return { title: await text('#title'), who: await text('#who'), facts: await text('#facts'), url: frame.url() };
}
