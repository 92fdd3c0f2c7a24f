// Verifies records with @digitalbazaar/vc: one question in JSON a line in, one answer a line out.
// {"credential", "documents": {ADDRESS: DOCUMENT}?, "now"?, "lookUp"?}; nothing is fetched. Without `lookUp` the list
// behind a status is not looked up: the signature alone is judged.

import {createInterface} from 'node:readline';

import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {checkStatus as lookUpStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

import {loaderOf} from './loader.mjs';

const suites = () => [eddsaRdfc2022, createVerifyCryptosuite(), ecdsaRdfc2019].map(
  cryptosuite => new DataIntegrityProof({cryptosuite}));

async function checkStatus(options) {
  const found = await lookUpStatus({...options, verifyMatchingIssuers: true});
  const set = found.results?.find(({status}) => status);
  return set ? {verified: false, error: new Error(`status: ${set.credentialStatus.statusPurpose}`)} : found;
}

async function verified({credential, documents, now, lookUp}) {
  try {
    const result = await vc.verifyCredential({
      credential, suite: suites(), documentLoader: loaderOf(documents), ...(now && {now: new Date(now)}),
      checkStatus: lookUp ? checkStatus : async () => ({verified: true})
    });
    const errors = (result.error?.errors ?? [result.error, result.statusResult?.error]).filter(Boolean);
    return {verified: result.verified, because: errors.map(error => `${error.name}: ${error.message}`)};
  } catch(error) {
    return {verified: false, because: [`${error.name}: ${error.message}`]};
  }
}

for await (const line of createInterface({input: process.stdin})) {
  process.stdout.write(`${JSON.stringify(await verified(JSON.parse(line)))}\n`);
}
