// The embedded page's side of the Visual Embed SDK's protocol. Any page that the SDK frames has to speak it.
'use strict';

const query = new URLSearchParams(location.search);
const cookieless = query.get('cookieless') === 'true';
const embedded = parent !== window && query.has('hostAppUrl'); // without the SDK nobody would answer
const REPLY_WITHIN_MS = 2000;
const REFRESH_BEFORE_MS = 30000;
let bearer = '';

const tell = (type, data = {}) => embedded && parent.postMessage({ type, data, status: 'end' }, '*');
const show = (id, text) => { document.getElementById(id).textContent = text; };

/** Asks the host page. In cookie mode the SDK does not answer everything, which is an empty answer. */
function ask(type) {
  if (!embedded) return Promise.resolve({});
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => resolve(event.data?.data ?? {});
    setTimeout(() => resolve({}), REPLY_WITHIN_MS);
    parent.postMessage({ type, data: {}, status: 'end' }, '*', [channel.port2]);
  });
}

function get(path) {
  return cookieless
    ? fetch(path, { headers: { Authorization: `Bearer ${bearer}` }, credentials: 'omit' })
    : fetch(path, { credentials: 'same-origin' });
}

/** The same again with a new token when the first was refused and the host has a new one. */
async function getWithNewToken(path) {
  const answer = await get(path);
  if (answer.status !== 401 || !cookieless) return answer;
  await renew('ThoughtspotAuthExpired');
  return get(path);
}

async function renew(type) {
  const data = await ask(type);
  bearer = data.authToken ?? bearer;
}

/** Ends this person's tokens and sessions here, as time would. */
const end = () => fetch('/__standin/expire', {
  method: 'POST',
  headers: cookieless ? { Authorization: `Bearer ${bearer}` } : {},
});

async function refreshBeforeExpiry(isWanted) {
  if (!cookieless || !isWanted) return;
  const answer = await get('/__standin/whoami');
  if (!answer.ok) return;
  const left = (await answer.json()).expires_in_millis - REFRESH_BEFORE_MS;
  setTimeout(async () => {
    await renew('RefreshAuthToken');
    await signedInAgain();
    refreshBeforeExpiry(isWanted);
  }, Math.max(left, 1000));
}

function contentName() {
  const [, kind, id] = location.hash.match(/^#\/(?:embed\/)?(viz|pinboard)\/([^/?]+)/) ?? [];
  return kind ? `Liveboard ${id}` : `Page ${location.hash.replace(/^#/, '') || '/'}`;
}

function filters(text) {
  const parameters = new URLSearchParams(text);
  return [...parameters]
    .filter(([name]) => /^col\d+$/.test(name))
    .map(([name, column]) => {
      const number = name.slice(3);
      return `${column} ${parameters.get(`op${number}`)} ${parameters.getAll(`val${number}`).join(', ')}`;
    });
}

function render(info, runtimeFilters) {
  show('title', contentName());
  show('who', `Signed in as ${info.userDisplayName} (${info.userName}), Org ${info.currentOrgId}`);
  const facts = {
    'Signed in by': cookieless ? 'bearer token, no cookies' : 'session cookie',
    Filters: [...filters(location.search), ...filters(runtimeFilters)].join('; ') || 'none',
  };
  const list = document.getElementById('facts');
  list.replaceChildren();
  for (const [name, value] of Object.entries(facts)) {
    list.append(Object.assign(document.createElement('dt'), { textContent: name }));
    list.append(Object.assign(document.createElement('dd'), { textContent: value }));
  }
  document.getElementById('content').hidden = false;
  document.getElementById('triggers').hidden = !embedded;
}

function refused() {
  show('title', 'Not signed in');
  show('who', cookieless ? 'The token was refused.' : 'This browser has no session here.');
  tell(cookieless ? 'ThoughtspotAuthFailure' : 'noCookieAccess');
}

window.addEventListener('message', (event) => event.ports[0]?.postMessage({ data: {} }));

async function signedInAgain() {
  const answer = await get('/callosum/v1/session/info');
  show('who', answer.ok ? `Signed in again as ${(await answer.json()).userName}.` : 'Signed out: no new token came.');
}

document.addEventListener('click', async (event) => {
  const trigger = event.target.dataset?.trigger;
  if (!trigger) return;
  if (trigger === 'ThoughtspotAuthExpired') await end();
  await renew(trigger);
  if (trigger !== 'ThoughtspotAuthFailure') await signedInAgain();
});

(async () => {
  const start = await ask('appInit');
  bearer = start.authToken ?? '';
  const answer = await getWithNewToken('/callosum/v1/session/info');
  if (!answer.ok) {
    refused();
    return;
  }
  const info = await answer.json();
  render(info, start.runtimeFilterParams ?? '');
  tell('authInit', { userGUID: info.userGUID });
  tell('EmbedListenerReady');
  refreshBeforeExpiry(start.embedExpiryInAuthToken);
})();
