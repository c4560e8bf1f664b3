// Sends one file straight to storage with the form that the API signed, telling how far it is.
import { staffApi } from '@layan/contract/staff-api';
import type { Api } from '../../shared/api.ts';

export interface UploadTarget {
  readonly caseId: string;
  readonly step: string;
  readonly requirement: string;
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
      reject(new Error('Foto belum terkirim karena sambungan terputus. Foto masih ada di sini; kirim lagi.'));
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : failed());
    request.onerror = failed;
    request.ontimeout = failed;
    request.open('POST', url);
    request.send(form);
  });

/**
 * @returns the id of the document; it is looked at after it arrived.
 * @throws {Error} whose message is for people, or a problem of the API.
 */
export async function upload(
  api: Api,
  { caseId, step, requirement }: UploadTarget,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<string> {
  const prepared = await api.call(staffApi.prepareStepUpload, {
    params: { caseId, step },
    body: { requirement },
  });
  if (file.size > prepared.maxBytes) {
    const most = Math.floor(prepared.maxBytes / 1_000_000);
    throw new Error(`Berkas ini lebih besar dari ${most} MB. Ambil foto dengan ukuran lebih kecil.`);
  }
  await post(prepared.url, formOf(prepared.fields, file), onProgress);
  return prepared.documentId;
}
