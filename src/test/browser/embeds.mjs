// Scenarios of a page with three Liveboards, that has its configuration from ts-token's client.js, or writes its own.
import { events, newPage, shown, signIn, waitForEvent, waitForWho } from './browser.mjs';

const LIVEBOARDS = 3;
const OWN_CONFIGURATION = { authEndpoint: '/ts-token/token', autoLogin: true };

/** A page whose alerts are written down instead of shown. */
async function watchedPage(browser) {
  const page = await newPage(browser);
  const alerts = [];
  page.on('dialog', async (dialog) => {
    alerts.push(dialog.message());
    await dialog.dismiss();
  });
  return { page, alerts };
}

/** Loads a page of the application anew and embeds the Liveboards there. */
async function open(page, { origin, liveboard, overrides, configuration }) {
  await page.goto(`${origin}/app/signed-out.html`);
  await page.evaluate(async (count, id, wanted, own) => {
    const { embedConfig, signOut } = await import('/ts-token/client.js');
    const { init, LiveboardEmbed, AuthStatus } = await import('/app/sdk/tsembed.es.js');
    const added = (name, place) => place.appendChild(document.createElement(name));
    document.body.replaceChildren();
    added('ol', document.body).id = 'log';
    const report = (text) => { added('li', document.getElementById('log')).textContent = text; };
    window.config = own ?? (await embedConfig(wanted));
    window.signOut = signOut;
    const authentication = init(window.config);
    authentication.on(AuthStatus.SDK_SUCCESS, () => report('SDK_SUCCESS'));
    authentication.on(AuthStatus.SUCCESS, () => report('SUCCESS'));
    authentication.on(AuthStatus.FAILURE, (reason) => report(`FAILURE ${reason}`));
    for (let number = 0; number < count; number += 1) {
      new LiveboardEmbed(added('div', document.body), { liveboardId: id }).render();
    }
  }, LIVEBOARDS, liveboard, overrides, configuration);
}

/** The frames of the Liveboards, once each shows who is signed in. */
async function frames(page, text = 'Signed in') {
  await page.waitForFunction((count) => document.querySelectorAll('iframe').length === count, {}, LIVEBOARDS);
  const found = await Promise.all((await page.$$('iframe')).map((frame) => frame.contentFrame()));
  await Promise.all(found.map((frame) => waitForWho(frame, text)));
  return found;
}

const whoIn = async (found) => Promise.all(found.map(async (frame) => (await shown(frame)).who));

/** The configuration of a page that uses the SDK without client.js. */
const own = ({ thoughtSpot, authType }) => ({ ...OWN_CONFIGURATION, thoughtSpotHost: thoughtSpot, authType });

const pageOptions = (options) => (options.withoutModule ? { ...options, configuration: own(options) } : options);

/** Loads the page, and again, as often as wanted. */
export async function threeEmbeds(browser, options) {
  const { page, alerts } = await watchedPage(browser);
  await signIn(page, options);
  const who = [];
  for (let load = 0; load < options.loads; load += 1) {
    await open(page, pageOptions(options));
    who.push(...(await whoIn(await frames(page))));
  }
  return { who, alerts, events: await events(page) };
}

/** What time, or somebody else, does: all tokens and sessions of this person end at ThoughtSpot, and nobody here is told. */
async function endEverything(page, { thoughtSpot }) {
  const token = await page.evaluate(async () => (await fetch('/ts-token/token')).text());
  const answer = await fetch(`${thoughtSpot}/__standin/expire`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`nothing was ended: ${answer.status}`);
}

const seeTheEnd = (found) => Promise.all(found.map((frame) => frame.evaluate(async () => {
  await renew('ThoughtspotAuthExpired');
  await signedInAgain();
})));

export async function expiryInAllEmbeds(browser, options) {
  const { page, alerts } = await watchedPage(browser);
  await signIn(page, options);
  await open(page, pageOptions(options));
  const found = await frames(page);
  await endEverything(page, options);
  await seeTheEnd(found);
  if (options.authType === 'AuthServer') await waitForEvent(page, '^SDK_SUCCESS$', 2);
  return { who: await whoIn(await frames(page, 'Signed in')), alerts, events: await events(page) };
}

/** The alerts that a person sees when a dead token comes again; the SDK then takes the frames away. */
export async function alarmed(browser, options) {
  const { page, alerts } = await watchedPage(browser);
  await signIn(page, options);
  await open(page, pageOptions(options));
  const found = await frames(page);
  await endEverything(page, options);
  await seeTheEnd(found).catch(() => undefined);
  return { alerts, events: await events(page) };
}

export async function revokedBeforeReload(browser, options) {
  const { page, alerts } = await watchedPage(browser);
  await signIn(page, options);
  await open(page, pageOptions(options));
  await frames(page);
  await endEverything(page, options);
  await open(page, pageOptions(options));
  return { who: await whoIn(await frames(page)), alerts, events: await events(page) };
}

/** The configuration that the module gives, functions by their type. */
export async function configuration(browser, options) {
  const { page } = await watchedPage(browser);
  await signIn(page, options);
  await open(page, options);
  await waitForEvent(page, '^SDK_SUCCESS$');
  const values = await page.evaluate(() => Object.fromEntries(
    Object.entries(window.config).map(([name, value]) => [name, typeof value === 'function' ? 'function' : value]),
  ));
  return { values, who: await whoIn(await frames(page)) };
}

/** How a call of the module fails, while one of ts-token's answers may be another one. */
async function failureOf(page, { origin, call, overrides }) {
  await page.goto(`${origin}/app/signed-out.html`);
  return page.evaluate(async (name, wanted) => {
    const module = await import('/ts-token/client.js');
    try {
      await module[name](wanted);
      return { outcome: 'none' };
    } catch (error) {
      return { isError: error instanceof Error, problem: error.problem, status: error.status };
    }
  }, call, overrides);
}

export async function refusal(browser, options) {
  const { page } = await watchedPage(browser);
  if (options.person) await signIn(page, options);
  await instead(page, options);
  return failureOf(page, options);
}

/** Answers in place of ts-token, as a login page of a proxy would, or not at all. */
async function instead(page, { path, answer }) {
  if (!path) return;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== path) request.continue();
    else if (answer) request.respond(answer);
    else request.abort();
  });
}

/** The application's own sign-out, which knows nothing of ThoughtSpot. */
async function leaveTheApplication(page) {
  await page.evaluate(() => fetch('/app/sign-out', { method: 'POST' }));
}

async function next(page, options) {
  await signIn(page, { ...options, person: options.next });
  await open(page, pageOptions(options));
  return whoIn(await frames(page));
}

/** Whether this browser has a session at ThoughtSpot: 204, or 401. */
async function sessionStatus(thoughtSpot) {
  return (await fetch(`${thoughtSpot}/callosum/v1/session/isactive`, { credentials: 'include' })).status;
}

/** Signs out with the module; then the embeds that are still there try to sign in again, and somebody else comes. */
export async function signOutAndNext(browser, options) {
  const { page, alerts } = await watchedPage(browser);
  await signIn(page, options);
  await open(page, options);
  const found = await frames(page);
  const first = await whoIn(found);
  await page.evaluate(() => window.signOut());
  const session = await page.evaluate(sessionStatus, options.thoughtSpot);
  const attempt = await page.evaluate(() => window.config.getAuthToken().catch((error) => error.problem));
  await leaveTheApplication(page);
  return { first, session, attempt, second: await next(page, options), alerts };
}

/** Signs out of the application alone, and somebody else comes. */
export async function neverSignedOut(browser, options) {
  const { page } = await watchedPage(browser);
  await signIn(page, options);
  await open(page, pageOptions(options));
  const first = await whoIn(await frames(page));
  await leaveTheApplication(page);
  return { first, second: await next(page, options) };
}

/** Signs out of the application alone, and somebody comes who gets nothing. */
export async function nextIsRefused(browser, options) {
  const { page } = await watchedPage(browser);
  await signIn(page, options);
  await open(page, options);
  await frames(page);
  await leaveTheApplication(page);
  await signIn(page, { ...options, person: options.next });
  return failureOf(page, { ...options, call: 'embedConfig' });
}

/** The module from another mount point, where nobody is signed in: which addresses it asks. */
export async function mountedElsewhere(browser, options) {
  const { page } = await watchedPage(browser);
  await page.goto(`${options.origin}/app/signed-out.html`);
  const body = await page.evaluate(async () => (await fetch('/ts-token/client.js')).text());
  const asked = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    asked.push(pathname);
    request.respond(pathname.endsWith('.js')
      ? { contentType: 'text/javascript', body }
      : { status: 401, headers: { Problem: 'not-signed-in' } });
  });
  const problem = await page.evaluate(async () => {
    const { embedConfig } = await import('/some/where/client.js');
    return embedConfig().catch((error) => error.problem);
  });
  return { asked, problem };
}
