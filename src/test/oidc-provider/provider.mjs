// A strict OpenID Provider for tests: node provider.mjs PORT SECRET [JWKS of the client that signs].
// People sign in by login_hint and agree to everything, so that a client that follows redirects is enough.
import Provider from 'oidc-provider';

const [port, secret, clientKeys] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const client = {
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['https://app.example.com/ts-token/authorizations/idp/callback',
    'https://app.example.com/ts-token/login/callback'],
  post_logout_redirect_uris: ['https://app.example.com/ts-token/'],
};
const clients = [{ ...client, client_id: 'ts-token', client_secret: secret }];
if (clientKeys) {
  clients.push({
    ...client,
    client_id: 'ts-token-signing',
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: JSON.parse(clientKeys),
  });
}

const provider = new Provider(issuer, {
  clients,
  cookies: { keys: ['only for tests'] },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    backchannelLogout: { enabled: true },
  },
  interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.com`, email_verified: true, preferred_username: id }),
  }),
  claims: { openid: ['sub', 'preferred_username'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  rotateRefreshToken: true,
  issueRefreshToken: (context, asking, code) => code.scopes.has('offline_access'),
  ttl: { AccessToken: 300, IdToken: 300, RefreshToken: 86400, Grant: 86400, Session: 86400, Interaction: 600 },
});

async function answered(context) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(context.req, context.res);
  if (prompt.name === 'login') {
    return { login: { accountId: params.login_hint ?? 'bob' } };
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return { consent: { grantId: await grant.save() } };
}

provider.use(async (context, next) => {
  if (!context.path.startsWith('/interaction/')) {
    return next();
  }
  const result = await answered(context);
  context.redirect(await provider.interactionResult(context.req, context.res, result, { mergeWithLastSubmission: false }));
});
provider.listen(Number(port), '127.0.0.1', () => console.log(`${issuer} is ready`));
