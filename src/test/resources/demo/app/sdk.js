import { about } from './app.js';

const choices = new URLSearchParams(location.search);
const byFunction = choices.get('token') === 'getAuthToken';
const byCookie = choices.get('mode') === 'cookie';
const element = (id) => document.getElementById(id);

function report(text, kind = '') {
  element('log').append(Object.assign(document.createElement('li'), { textContent: text, className: kind }));
}

function explain(text) {
  element('note').textContent = text;
}

function showCode() {
  const source = byFunction
    ? `getAuthToken: async () =>
    (await fetch('/ts-token/token')).text(),`
    : "authEndpoint: '/ts-token/token',";
  element('code').textContent = `init({
  thoughtSpotHost: '${about.thoughtSpotHost}',
  authType: AuthType.${byCookie ? 'TrustedAuthToken' : 'TrustedAuthTokenCookieless'},
  ${source}
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

function start(sdk) {
  const { init, AuthType, AuthStatus, LiveboardEmbed, EmbedEvent } = sdk;
  const authentication = init({
    thoughtSpotHost: about.thoughtSpotHost,
    authType: byCookie ? AuthType.TrustedAuthToken : AuthType.TrustedAuthTokenCookieless,
    ...(byFunction ? { getAuthToken: fetchToken } : { authEndpoint: '/ts-token/token' }),
    autoLogin: true,
    suppressErrorAlerts: true,
  });
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

element('token').value = byFunction ? 'getAuthToken' : 'authEndpoint';
element('mode').value = byCookie ? 'cookie' : 'cookieless';
showCode();
if (about.sdk) {
  start(await import('./sdk/tsembed.es.js'));
} else {
  element('embed').className = 'embed empty';
  element('embed').textContent = 'The SDK comes from npm, and npm was not there when the demo started.';
  explain('The redirect and the token call work without it.');
}
