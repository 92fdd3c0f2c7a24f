// Verifies records with the Digital Credentials Consortium's verifier-core: one question in JSON a line in, one answer
// a line out. {"credential", "documents": {ADDRESS: DOCUMENT}?}
// Whatever it would fetch is answered from `documents` or not at all; contexts are those of its own packages.

import {createInterface} from 'node:readline';

let documents = {};
globalThis.fetch = async request => {
  const url = typeof request === 'string' ? request : request.url ?? String(request);
  if(!(url in documents)) {
    throw new TypeError(`nothing is fetched: ${url}`);
  }
  return new Response(JSON.stringify(documents[url]), {headers: {'content-type': 'application/json'}});
};
console.log = console.error = () => {};
const {verifyCredential} = await import('@digitalcredentials/verifier-core');

for await (const line of createInterface({input: process.stdin})) {
  const question = JSON.parse(line);
  documents = question.documents ?? {};
  const {errors, log, additionalInformation} = await verifyCredential(
    {credential: question.credential, knownDIDRegistries: []});
  const answer = {
    errors: (errors ?? []).map(({name, message}) => `${name}: ${message}`),
    log: Object.fromEntries((log ?? []).map(({id, valid, error}) => [id, error ? error.name : valid])),
    schema: additionalInformation?.find(({id}) => id === 'schema_check')?.results ?? null
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
