// What people do who sign in at an OpenID Provider, here Keycloak, on their way into a Liveboard.
import { newPage, shown, waitForWho } from './browser.mjs';

/** At Keycloak's form. */
async function signInAtKeycloak(page, { person, password }) {
  await page.waitForSelector('#kc-form-login');
  const form = page.url();
  await page.type('#username', person);
  await page.type('#password', password);
  await Promise.all([page.waitForNavigation(), page.click('#kc-login')]);
  return form;
}

/** What a script on a page of our origin gets. */
function whoami(page) {
  return page.evaluate(async () => {
    const answer = await fetch('/ts-token/whoami', { headers: { Accept: 'application/json' } });
    return { status: answer.status, ...(await answer.json()) };
  });
}

async function openLiveboard(page, { origin, liveboard }) {
  await page.goto(`${origin}/ts-token/embed/viz/${liveboard}?col1=Region&op1=EQ&val1=West`);
}

async function ourPage(browser, { origin }) {
  const page = await newPage(browser);
  await page.goto(`${origin}/app/signed-out.html`);
  return page;
}

export async function oidcSignIn(browser, options) {
  const other = await ourPage(browser, options);
  const before = await whoami(other);
  const page = await newPage(browser);
  await openLiveboard(page, options);
  const form = await signInAtKeycloak(page, options);
  await waitForWho(page, 'Signed in');
  return { before, form, ...(await shown(page)), after: await whoami(other) };
}

export async function oidcRefused(browser, options) {
  const page = await newPage(browser);
  await openLiveboard(page, options);
  await signInAtKeycloak(page, options);
  await page.waitForFunction(() => location.pathname.startsWith('/ts-token/embed/'));
  await page.waitForSelector('h1');
  return { text: await page.$eval('main', (element) => element.innerText), url: page.url() };
}

/** By the button of the status page: here, and at the provider. */
export async function oidcSignOut(browser, options) {
  const page = await newPage(browser);
  await page.goto(`${options.origin}/ts-token/`);
  await Promise.all([page.waitForNavigation(), page.click('a.button')]);
  await signInAtKeycloak(page, options);
  await page.waitForSelector('#sign-out');
  const signedIn = await page.$eval('main', (element) => element.innerText);
  await page.click('#sign-out');
  await page.waitForSelector('a.button[href*="/login"]');
  const signedOut = { url: page.url(), text: await page.$eval('main', (element) => element.innerText) };
  const after = await whoami(await ourPage(browser, options));
  await openLiveboard(page, options);
  await page.waitForSelector('#kc-form-login');
  return { signedIn, signedOut, after, url: page.url() };
}

/** By the module of an application's page. */
export async function oidcSignOutByModule(browser, options) {
  const page = await newPage(browser);
  await openLiveboard(page, options);
  await signInAtKeycloak(page, options);
  await waitForWho(page, 'Signed in');
  const ours = await ourPage(browser, options);
  const url = await ours.evaluate(async () => (await import('/ts-token/client.js')).signOut());
  const after = await whoami(ours);
  await ours.goto(url);
  return { end: url, after, url: ours.url() };
}

/** At Keycloak itself, which then tells ts-token. */
export async function oidcSignOutElsewhere(browser, options) {
  const page = await newPage(browser);
  await openLiveboard(page, options);
  await signInAtKeycloak(page, options);
  await waitForWho(page, 'Signed in');
  const ours = await ourPage(browser, options);
  const before = await whoami(ours);
  const token = await ours.evaluate(async () => (await fetch('/ts-token/token')).text());
  await page.goto(`${options.issuer}/protocol/openid-connect/logout`);
  await Promise.all([page.waitForNavigation(), page.click('#kc-logout')]);
  return { before, token, after: await whoami(ours) };
}
