// Stands in for brotli in bundles: fontkit needs it for WOFF2 alone, which we do not ship, and it is half a megabyte.
function refuse(): never {
  throw new Error('WOFF2 fonts are not read.');
}

// biome-ignore lint/style/noDefaultExport: fontkit imports brotli's default.
export default refuse;
