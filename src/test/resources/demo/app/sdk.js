import { about } from './app.js';

const choices = new URLSearchParams(location.search);
const way = choices.get('token') ?? 'embedConfig';
const byCookie = choices.get('mode') === 'cookie';
const element = (id) => document.getElementById(id);

function report(text, kind = '') {
  element('log').append(Object.assign(document.createElement('li'), { textContent: text, className: kind }));
}

function explain(text) {
  element('note').textContent = text;
}

const SOURCES = {
  authEndpoint: "authEndpoint: '/ts-token/token',",
  getAuthToken: `getAuthToken: async () =>
    (await fetch('/ts-token/token')).text(),`,
};

function code() {
  const authType = `authType: AuthType.${byCookie ? 'TrustedAuthToken' : 'TrustedAuthTokenCookieless'}`;
  if (way === 'embedConfig') {
    return `import { embedConfig } from '/ts-token/client.js';

init(await embedConfig(${byCookie ? `{ ${authType} }` : ''}));`;
  }
  return `init({
  thoughtSpotHost: '${about.thoughtSpotHost}',
  ${authType},
  ${SOURCES[way]}
  autoLogin: true,
});`;
}

async function fetchToken() {
  const answer = await fetch('/ts-token/token');
  if (!answer.ok) throw new Error(`no token: ${answer.headers.get('Problem')}`);
  return answer.text();
}

function explainRefusal() {
  element('embed').className = 'embed empty';
  explain(about.user
    ? `ts-token gave ${about.user} no token. The page “The token itself” has the reason.`
    : 'As it should be: nobody is signed in, so there is no token and ThoughtSpot shows nothing.');
}

async function configuration({ AuthType }) {
  const authType = byCookie ? AuthType.TrustedAuthToken : AuthType.TrustedAuthTokenCookieless;
  if (way === 'embedConfig') {
    const { embedConfig } = await import('/ts-token/client.js');
    return embedConfig({ authType, suppressErrorAlerts: true });
  }
  return {
    thoughtSpotHost: about.thoughtSpotHost,
    authType,
    ...(way === 'getAuthToken' ? { getAuthToken: fetchToken } : { authEndpoint: '/ts-token/token' }),
    autoLogin: true,
    suppressErrorAlerts: true,
  };
}

function start(sdk, config) {
  const { init, AuthStatus, LiveboardEmbed, EmbedEvent } = sdk;
  const authentication = init(config);
  authentication.on(AuthStatus.SDK_SUCCESS, () => report('SDK_SUCCESS', 'good'));
  authentication.on(AuthStatus.SUCCESS, () => report('SUCCESS', 'good'));
  authentication.on(AuthStatus.FAILURE, (reason) => {
    report(`FAILURE ${reason}`, 'bad');
    if (reason === 'SDK') explainRefusal();
  });
  const liveboard = new LiveboardEmbed(element('embed'), {
    frameParams: { width: '100%', height: '100%' },
    liveboardId: about.liveboard,
  });
  liveboard.on(EmbedEvent.AuthInit, () => report('AuthInit', 'good'));
  liveboard.on(EmbedEvent.AuthExpire, () => report('AuthExpire'));
  liveboard.render();
}

/** Without a token there is no configuration; the SDK is not even started. */
async function startOrExplain(sdk) {
  try {
    start(sdk, await configuration(sdk));
  } catch (error) {
    report(`FAILURE ${error.problem ?? error.message}`, 'bad');
    element('embed').textContent = 'Not signed in';
    explainRefusal();
  }
}

element('token').value = way;
element('mode').value = byCookie ? 'cookie' : 'cookieless';
element('code').textContent = code();
if (about.sdk) {
  await startOrExplain(await import('./sdk/tsembed.es.js'));
} else {
  element('embed').className = 'embed empty';
  element('embed').textContent = 'The SDK comes from npm, and npm was not there when the demo started.';
  explain('The redirect and the token call work without it.');
}
