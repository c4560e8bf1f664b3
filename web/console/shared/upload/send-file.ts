// Sends one file straight to storage with the form that the API signed, telling how far it is.

export interface SignedForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly maxBytes: number;
}

/** In the order in which storage wants them: every field, then the file. */
function formOf(fields: Readonly<Record<string, string>>, file: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
}

/** `fetch` cannot tell how much of a request has left. */
const post = (url: string, form: FormData, onProgress: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (): void =>
      reject(new Error('Berkas belum terkirim karena sambungan terputus. Kirim lagi.'));
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : failed());
    request.onerror = failed;
    request.ontimeout = failed;
    request.open('POST', url);
    request.send(form);
  });

/** @throws {Error} whose message is for people. */
export async function sendFile(
  { url, fields, maxBytes }: SignedForm,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<void> {
  if (file.size > maxBytes) {
    const most = Math.floor(maxBytes / 1_000_000);
    const smaller = file.type.startsWith('image/')
      ? 'Ambil foto dengan ukuran lebih kecil.'
      : 'Pindai dengan ketajaman lebih rendah, atau kirim halaman yang diminta saja.';
    throw new Error(`Berkas ini lebih besar dari ${most} MB. ${smaller}`);
  }
  await post(url, formOf(fields, file), onProgress);
}
