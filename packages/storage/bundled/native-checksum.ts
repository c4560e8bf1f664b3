// Stands in for the SDK's checksums when a function that signs and reckons no other sum is bundled
// (infra/constructs/bundle.ts): Node has SHA-256 itself, and the one written in JavaScript weighs 3 KB. The names are the
// SDK's own.
import { createHash, createHmac } from 'node:crypto';

type Source = string | Uint8Array | ArrayBuffer;

const bytesOf = (source: Source) => (source instanceof ArrayBuffer ? new Uint8Array(source) : source);

export class Sha256 {
  readonly digestLength = 32;
  readonly #begin;
  #hash;
  constructor(secret?: Source) {
    this.#begin = () => (secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret)));
    this.#hash = this.#begin();
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }
  reset(): void {
    this.#hash = this.#begin();
  }
}
