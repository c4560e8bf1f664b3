// The ids of documents in the QR codes of a picture. The decoder is a WebAssembly module: whatever a picture does to it,
// it does within memory of its own.
import { parseProductId } from '@layan/application/product/product-id';
import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes } from 'zxing-wasm/reader';

/** Points of a picture; the rest of the world has whiter paper and smaller codes. */
export interface Points {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** A picture as a file, or as points of four bytes each. */
export type Picture = Uint8Array | Points;

export type CodeReader = (picture: Picture) => Promise<readonly string[]>;

const formats: ReadInputBarcodeFormat[] = ['QRCode'];

/** `https://<host>/v/<id>#<signed text>` is printed on every document. */
const ADDRESS = /^https?:\/\/[^/\s]{1,120}\/v\/([0-9A-Za-z]{26})(?:[#?].*)?$/s;

export const idIn = (text: string): string | undefined => {
  const [, id] = ADDRESS.exec(text) ?? [];
  return id === undefined ? undefined : parseProductId(id);
};

/** @param wasm the module's code, which lies beside the function */
export function codeReader(wasm: () => Uint8Array): CodeReader {
  let prepared: Promise<unknown> | undefined;
  return async (picture) => {
    prepared ??= prepareZXingModule({
      overrides: { wasmBinary: Uint8Array.from(wasm()).buffer },
      fireImmediately: true,
    });
    await prepared;
    const found = await readBarcodes(
      picture instanceof Uint8Array ? picture : { ...picture, colorSpace: 'srgb', data: picture.data },
      { formats, tryHarder: true, tryRotate: true, tryDownscale: true, maxNumberOfSymbols: 8 },
    );
    return [...new Set(found.flatMap(({ text }) => idIn(text) ?? []))];
  };
}
