// Makes a large photo small enough for prepaid data; what cannot be read here is sent as it is.
const LONGEST_SIDE = 2400;
const LIGHT_ENOUGH = 1_500_000;
const QUALITY = 0.86;

const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));

export async function shrink(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size <= LIGHT_ENOUGH) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await jpegOf(canvas);
  return smaller !== null && smaller.size < file.size ? smaller : file;
}
