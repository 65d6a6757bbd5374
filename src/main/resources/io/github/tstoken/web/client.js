// The page's side of ts-token: `init(await embedConfig())` is all that the Visual Embed SDK needs.
//
// Whatever fails rejects with an Error that has `status`, the HTTP status (0 when there was none), and `problem`: one of
// ts-token's problems, or `no-answer`, `not-understood` (something else answered in its place), `session-not-ended`.

// The SDK's values for the names of its AuthType.
const AUTH_TYPES = { TrustedAuthToken: 'AuthServer', TrustedAuthTokenCookieless: 'AuthServerCookieless' };

let host;
let signedOut = false;

/** The configuration for the SDK's `init()`, for the person who is signed in. `overrides` has the last word. */
export async function embedConfig(overrides = {}) {
  signedOut = false;
  const person = await whoami();
  const authType = overrides.authType ?? AUTH_TYPES[person.auth_type];
  const byCookie = authType === AUTH_TYPES.TrustedAuthToken;
  const config = {
    thoughtSpotHost: person.thoughtspot_host,
    authType,
    ...(byCookie && { username: person.username }),
    autoLogin: true,
    // A token of REST v1 is no bearer, so the SDK's verification would refuse it.
    ...(person.api === 'v1' && { disableTokenVerification: true }),
    ...overrides,
  };
  config.getAuthToken ??= config.disableTokenVerification ? getAuthToken : shared(livingToken);
  host = config.thoughtSpotHost;
  if (byCookie) await endSessionOfOthers(person.username);
  // Without a token the SDK says no more than that it failed; here the reason is known. It may get this very token again.
  await config.getAuthToken();
  return config;
}

/** A login token for the person who is signed in; none after `signOut()`, until `embedConfig()` is called again. */
export async function getAuthToken() {
  return token('token');
}

/**
 * Ends this sign-in's tokens and ThoughtSpot's cookie session in this browser. The application's own sign-out comes after
 * it. Embeds on the page cannot sign in again meanwhile, as the SDK's `autoLogin` would.
 *
 * Where people sign in by OpenID Connect at ts-token, that sign-in ends, too; the result is then the address at which the browser
 * signs out at the provider, if it has one.
 */
export async function signOut() {
  signedOut = true;
  host ??= (await whoami()).thoughtspot_host;
  // Whether one of them fails or not, the other is done.
  const ends = await Promise.allSettled([endTokens(), endSession()]);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return ends[0].value;
}

/**
 * A token that ThoughtSpot takes now. ts-token may give one again that ended seconds ago, by somebody else's hand; the SDK would
 * then give up, with an alert to the person.
 */
async function livingToken() {
  const given = await getAuthToken();
  return (await isAlive(given)) ? given : token('token?fresh=true');
}

/** The embeds of a page ask at the same time: they share one answer. */
function shared(work) {
  let running;
  return () => {
    running ??= work().finally(() => { running = undefined; });
    return running;
  };
}

async function isAlive(bearer) {
  const headers = { Authorization: `Bearer ${bearer}`, 'X-Requested-By': 'ThoughtSpot' };
  return (await ask(`${host}/callosum/v1/session/isactive`, { headers, credentials: 'omit' })).ok;
}

async function token(path) {
  if (signedOut) throw failure('not-signed-in', 401, 'this page');
  return (await own(path, 'text/plain')).text();
}

async function whoami() {
  return (await own('whoami', 'application/json')).json();
}

async function endTokens() {
  const answer = await ask(ownAddress('logout'), { method: 'POST', headers: { 'X-Requested-By': 'ts-token' } });
  // Whoever is not signed in any more has no tokens to end.
  if (!answer.ok && answer.status !== 401) throw refusal(answer);
  return answer.status === 200 ? (await answer.json()).end_session_url ?? undefined : undefined;
}

/**
 * With a living cookie session the SDK asks for no token, and whoever used this browser before would go on. What cannot be
 * said to be this person's session is ended.
 */
async function endSessionOfOthers(username) {
  const answer = await ask(`${host}/callosum/v1/session/info`);
  const isNone = answer.status === 401;
  const isOwn = answer.ok && (await answer.json().catch(() => ({}))).userName === username;
  if (!isNone && !isOwn) await endSession();
}

async function endSession() {
  const address = `${host}/callosum/v1/session/logout`;
  const answer = await ask(address, { method: 'POST', headers: { 'X-Requested-By': 'ThoughtSpot' } });
  if (!answer.ok && answer.status !== 401) throw failure('session-not-ended', answer.status, host);
}

/** An answer of ts-token. A login page that came in its place would go to ThoughtSpot as a token. */
async function own(path, type) {
  const answer = await ask(ownAddress(path));
  if (!answer.ok) throw refusal(answer);
  if (!answer.headers.get('Content-Type')?.startsWith(type)) throw failure('not-understood', answer.status, path);
  return answer;
}

function ownAddress(path) {
  return new URL(path, import.meta.url);
}

async function ask(address, options = {}) {
  try {
    return await fetch(address, { credentials: 'include', cache: 'no-store', redirect: 'error', ...options });
  } catch {
    throw failure('no-answer', 0, address);
  }
}

function refusal(answer) {
  return failure(answer.headers.get('Problem') ?? 'not-understood', answer.status, answer.url);
}

function failure(problem, status, where) {
  return Object.assign(new Error(`ts-token: ${problem} (${where})`), { problem, status });
}
