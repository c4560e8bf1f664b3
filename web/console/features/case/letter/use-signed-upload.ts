// Sends a signed copy of a letter straight to storage, telling how far it is.
import { prepareLetterUpload } from '@layan/contract/staff/letters';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, useApi } from '../../../shared/api.ts';
import { sendFile } from '../../../shared/upload/send-file.ts';

export function useSignedUpload(caseId: string, letterId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const [share, setShare] = useState<number>();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      setShare(0);
      const prepared = await api.call(prepareLetterUpload, { params: { caseId, letterId } });
      // A signed PDF is sent as it is: a single byte that changed would break its signature.
      await sendFile(prepared, file, setShare);
    },
    onSettled: async () => {
      setShare(undefined);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  const told = upload.error instanceof ApiProblem ? undefined : upload.error?.message;
  return {
    share,
    problem: told,
    error: upload.error instanceof ApiProblem ? upload.error : null,
    send: (file: File): void => upload.mutate(file),
  };
}
