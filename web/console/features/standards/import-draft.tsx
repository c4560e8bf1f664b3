// Brings in a standard as a file of the published format; it becomes, or replaces, a draft.
import { staffApi } from '@layan/contract/staff-api';
import { FileInput, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import * as z from 'zod/mini';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const MOST_BYTES = 1_000_000;
const MOST_PLACES = 20;

const Named = z.object({ id: z.string() });

export function ImportDraft() {
  const api = useApi();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [unreadable, setUnreadable] = useState<string>();
  const save = useMutation({
    mutationFn: async (standard: unknown) => {
      const named = Named.safeParse(standard);
      const { standards } = await api.call(staffApi.listStandards);
      const draft = standards.find(({ id }) => named.success && id === named.data.id)?.draft;
      const before =
        draft === undefined || !named.success
          ? undefined
          : await api.call(staffApi.getStandard, { params: { standardId: named.data.id, version: draft } });
      return api.call(staffApi.saveDraft, {
        body: { standard, ...(before === undefined ? {} : { expectedHash: before.hash }) },
      });
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['standards'] });
      go(`/standar/${saved.standard.id}/${saved.version}`);
    },
  });
  const read = async (file: File | null): Promise<void> => {
    setUnreadable(undefined);
    save.reset();
    if (file === null) return;
    if (file.size > MOST_BYTES) {
      setUnreadable('Berkas lebih besar dari 1 MB. Pastikan ini dokumen standar, bukan pindaian.');
      return;
    }
    try {
      save.mutate(JSON.parse(await file.text()));
    } catch {
      setUnreadable('Isi berkas bukan JSON yang utuh. Ekspor ulang berkasnya, lalu unggah lagi.');
    }
  };
  const places = save.error instanceof ApiProblem ? (save.error.problem.problems ?? []) : [];
  return (
    <section className="panel" aria-labelledby="unggah">
      <Title order={2} size="h5" id="unggah">
        Unggah rancangan
      </Title>
      <FileInput
        label="Berkas standar (.json)"
        description="Dokumen berformat layan.standard/1. Rancangan yang sudah ada dengan kode yang sama akan diganti."
        placeholder="Pilih berkas"
        accept="application/json,.json"
        error={unreadable}
        // Emptied at once, so that the same file can be chosen again after it was mended.
        value={null}
        onChange={(file) => void read(file)}
        disabled={save.isPending}
      />
      <Text size="sm" role="status" mt={4}>
        {save.isPending ? 'Memeriksa berkas…' : ''}
      </Text>
      <ProblemNotice error={save.error} arrive />
      {places.length === 0 ? null : (
        <ul>
          {places.slice(0, MOST_PLACES).map(({ field, detail }) => (
            <li key={`${field}.${detail}`}>
              <Text size="sm">
                <code>{field}</code>: {detail}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
