// The decoder of codes, which lies beside this function's own code (infra/constructs/bundle.ts).
import { readFileSync } from 'node:fs';

export const readCodeModule = (): Uint8Array => readFileSync(new URL('./zxing_reader.wasm', import.meta.url));
