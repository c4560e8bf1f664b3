// The lines of a batch as a workbook, for entering them elsewhere. Reading them in clear is logged as one act.
import { type BatchView, getSheetLayout } from '@layan/contract/staff/batch';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../../shared/api.ts';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { writeXlsx } from '../../../shared/sheet/write-xlsx.ts';
import { exportSheet } from './export-sheet.ts';
import { allLines } from './use-batch.ts';

export function ExportLines({ batch, standard }: { batch: BatchView; standard: string }) {
  const api = useApi();
  const make = useMutation({
    mutationFn: async () => {
      const { columns } = await api.call(getSheetLayout, { params: { standard } });
      const all = await allLines(api, batch.caseId, true);
      saveFile(
        `${batch.ticket}.xlsx`,
        spreadsheet,
        new Uint8Array(writeXlsx(exportSheet(batch, all, columns))),
      );
    },
  });
  return (
    <>
      <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        Unduh lembar kerja (dicatat)
      </Button>
      <ProblemNotice error={make.error} arrive />
    </>
  );
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
