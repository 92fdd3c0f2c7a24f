// Tells the W3C's test suites of `guildmark serve --vc-api --port 8106 --https-port 40443`: copy it beside a suite's
// package.json. The keys of the server are new at every start, so it is asked who signs with them.
const {execFileSync} = require('node:child_process');

const base = process.env.GUILDMARK_VC_API || 'https://localhost:40443';
const ask = 'fetch(process.argv[1]).then(answer => answer.text()).then(text => process.stdout.write(text))';
const {issuers} = JSON.parse(execFileSync(process.execPath, ['-e', ask, `${base}/`], {
  env: {...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0'}, stdio: ['ignore', 'pipe', 'ignore']
}));

const supports = {vc: ['1.1', '2.0']};
const issuer = (mechanism, tags, options = {}, more = {}) => ({
  id: issuers[mechanism], endpoint: `${base}/credentials/issue`, tags, supports, options, ...more
});
const verifier = (path, tags, more = {}) => ({
  id: issuers['eddsa-rdfc-2022'], endpoint: `${base}/credentials/verify${path}`, tags, supports, options: {}, ...more
});

module.exports = {
  settings: {enableInteropTests: false, testAllImplementations: false},
  implementations: [{
    name: 'Guildmark',
    implementation: 'Guildmark',
    issuers: [
      issuer('eddsa-rdfc-2022', ['vc2.0', 'eddsa-rdfc-2022']),
      issuer('eddsa-jcs-2022', ['eddsa-jcs-2022'], {mechanism: 'eddsa-jcs-2022'}),
      issuer('ecdsa-rdfc-2019', ['ecdsa-rdfc-2019'], {mechanism: 'ecdsa-rdfc-2019'}, {supportedEcdsaKeyTypes: ['P-256']}),
      issuer('vc-jwt', ['EnvelopingProof'], {mechanism: 'vc-jwt'}),
      issuer('eddsa-rdfc-2022', ['BitstringStatusList'], {credentialStatus: {statusPurpose: 'revocation'}})
    ].filter(({id}) => id),
    verifiers: [
      verifier('', ['vc2.0', 'EnvelopingProof', 'eddsa-rdfc-2022', 'eddsa-jcs-2022', 'BitstringStatusList']),
      // The ECDSA suite shows the W3C's vectors, whose issuer is an address without keys: the proof alone is asked for.
      verifier('?checks=proof', ['ecdsa-rdfc-2019'], {supportedEcdsaKeyTypes: ['P-256', 'P-384']})
    ],
    // No `options` here: the suite of VC Data Model 2.0 would carry the challenge of one test into the next.
    vpVerifiers: [{
      id: issuers['eddsa-rdfc-2022'], endpoint: `${base}/presentations/verify`, tags: ['vc2.0', 'EnvelopingProof']
    }]
  }]
};
