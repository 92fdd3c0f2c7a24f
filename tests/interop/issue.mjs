// Issues credentials with @digitalbazaar/vc: one wish in JSON a line in, what was signed a line out.
// {"credential", "cryptosuite", "created", "list": {"url", "revoked": [INDEX]}?} → {"signed", "did", "list"?}

import {createInterface} from 'node:readline';

import * as vc from '@digitalbazaar/vc';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {BitstringStatusList, createCredential} from '@digitalbazaar/vc-bitstring-status-list';
import {createSignCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

import {loaderOf} from './loader.mjs';

const keys = {
  ed25519: await Ed25519Multikey.generate({seed: new Uint8Array(32).fill(7)}),
  p256: await EcdsaMultikey.generate({curve: 'P-256'})
};
for(const key of Object.values(keys)) {
  key.controller = `did:key:${key.publicKeyMultibase}`;
  key.id = `${key.controller}#${key.publicKeyMultibase}`;
}
const kinds = {
  'eddsa-rdfc-2022': [keys.ed25519, () => eddsaRdfc2022],
  'eddsa-jcs-2022': [keys.ed25519, createSignCryptosuite],
  'ecdsa-rdfc-2019': [keys.p256, () => ecdsaRdfc2019]
};

async function issue({credential, cryptosuite, created, list}) {
  const [key, suiteOf] = kinds[cryptosuite];
  const sign = unsigned => vc.issue({
    credential: {...unsigned, issuer: {...unsigned.issuer, id: key.controller}}, documentLoader: loaderOf(),
    suite: new DataIntegrityProof({signer: key.signer(), date: created, cryptosuite: suiteOf()})
  });
  const answer = {signed: await sign(credential), did: key.controller};
  if(list) {
    const bits = new BitstringStatusList({length: 131072});
    list.revoked.forEach(index => bits.setStatus(index, true));
    answer.list = await sign(await createCredential({id: list.url, list: bits, statusPurpose: 'revocation'}));
  }
  return answer;
}

for await (const line of createInterface({input: process.stdin})) {
  process.stdout.write(`${JSON.stringify(await issue(JSON.parse(line)))}\n`);
}
