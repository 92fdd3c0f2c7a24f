// Issues and verifies the record on standard input with @digitalbazaar/vc, without network.
// Run by `make bench`; it stands here since its packages do.
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';

const {credential, contexts, did} = JSON.parse(readFileSync(0, 'utf8'));
const key = await Ed25519Multikey.generate();
const fragment = key.publicKeyMultibase;
key.controller = `did:key:${fragment}`;
key.id = `${key.controller}#${fragment}`;
const documents = new Map(Object.entries(contexts));
documents.set(key.controller, {
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: key.controller, assertionMethod: [key.id],
  verificationMethod: [await key.export({publicKey: true})],
});
documents.set(key.id, {'@context': 'https://w3id.org/security/multikey/v1', ...await key.export({publicKey: true})});
const documentLoader = async url => {
  if(!documents.has(url)) throw new Error(`not known: ${url}`);
  return {contextUrl: null, documentUrl: url, document: documents.get(url)};
};
const text = JSON.stringify(credential).replaceAll(did, key.controller);
const issue = () => vc.issue({
  credential: JSON.parse(text), documentLoader,
  suite: new DataIntegrityProof({signer: key.signer(), cryptosuite}),
});
const signed = await issue();
const verify = async () => {
  const result = await vc.verifyCredential({
    credential: structuredClone(signed), documentLoader, suite: new DataIntegrityProof({cryptosuite}),
  });
  if(!result.verified) throw result.error;
};
const perSecond = async work => {
  for(let i = 0; i < 20; i++) await work();
  let best = 0;
  for(let round = 0; round < 3; round++) {
    const start = performance.now(); let done = 0, spent = 0;
    while((spent = performance.now() - start) < 1000) { await work(); done++; }
    best = Math.max(best, done * 1000 / spent);
  }
  return best;
};
console.log(JSON.stringify({issued: await perSecond(issue), verified: await perSecond(verify)}));
