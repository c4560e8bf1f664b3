// Sends one piece of evidence of a step, telling how far it is.
import { staffApi } from '@layan/contract/staff-api';
import type { Api } from '../../shared/api.ts';
import { sendFile } from '../../shared/upload/send-file.ts';

export interface UploadTarget {
  readonly caseId: string;
  readonly step: string;
  readonly requirement: string;
}

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
  await sendFile(prepared, file, onProgress);
  return prepared.documentId;
}
