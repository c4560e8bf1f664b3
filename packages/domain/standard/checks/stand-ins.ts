// Who does a step besides its role: delegates, those who enter what was done outside, those who put a case on hold.
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';

const delegates = (
  index: ProcessIndex,
  { id, kind, label, role, delegates: named = [], basis }: Step,
): readonly Finding[] => {
  const wrong = named.flatMap((delegate, at): readonly string[] => {
    const other = index.roles.get(delegate.role);
    if (kind !== 'task') return ['diwakili, padahal bukan pekerjaan petugas'];
    if (delegate.role === role) return [`diwakili oleh "${other?.label ?? role}" sendiri`];
    if (other && other.party !== 'staff') return [`diwakili oleh "${other.label}", yang bukan petugas`];
    const twice = named.findIndex((earlier) => earlier.role === delegate.role) < at;
    return twice ? [`menyebut "${other?.label ?? delegate.role}" dua kali sebagai pengganti`] : [];
  });
  return [...new Set(wrong)].map((what) =>
    finding('delegate-malformed', stepPlace(id), `Langkah "${label}" ${what}.`, citedBy(basis)),
  );
};

const entering = (
  index: ProcessIndex,
  { id, kind, label, role, enteredBy, basis }: Step,
): readonly Finding[] => {
  const worker = index.roles.get(role ?? '');
  const outside = worker?.party === 'external';
  if (enteredBy === undefined) {
    // People outside whose work is divided by area have accounts of their own: village operators.
    return outside && kind === 'task' && !worker.byArea
      ? [
          finding(
            'external-step-unentered',
            stepPlace(id),
            `"${label}" dikerjakan pihak luar, dan tidak ada yang mencatatnya.`,
            citedBy(basis),
          ),
        ]
      : [];
  }
  const recorder = index.roles.get(enteredBy);
  const wrong =
    outside && kind === 'task'
      ? recorder && recorder.party !== 'staff'
        ? `dicatat oleh "${recorder.label}", yang bukan petugas`
        : undefined
      : 'dicatat orang lain, padahal bukan langkah pihak luar';
  return wrong === undefined
    ? []
    : [finding('entered-by-malformed', stepPlace(id), `Langkah "${label}" ${wrong}.`, citedBy(basis))];
};

export const checkStandIns = ({ process }: Standard): readonly Finding[] => {
  const index = indexOf(process);
  return [
    ...process.steps.flatMap((step) => [...delegates(index, step), ...entering(index, step)]),
    ...(process.suspensions ?? []).flatMap(({ id, label, role, basis }) => {
      const holder = index.roles.get(role);
      return !holder || holder.party === 'staff'
        ? []
        : [
            finding(
              'suspension-malformed',
              `process.suspensions.${id}`,
              `"${label}" dilakukan oleh "${holder.label}", yang bukan petugas.`,
              citedBy(basis),
            ),
          ];
    }),
  ];
};
