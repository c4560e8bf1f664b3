// The moments that start and stop a promise, as people read them.
import type { Trigger } from './deadline.ts';
import type { Process } from './process.ts';

export const triggerInWords = ({ steps, products }: Process, trigger: Trigger): string => {
  if ('filed' in trigger) return 'permohonan diterima';
  if ('ended' in trigger) return 'perkara selesai';
  if ('issued' in trigger) {
    const product = products.find(({ id }) => id === trigger.issued);
    return `${product?.label ?? trigger.issued} terbit`;
  }
  const step = steps.find(({ id }) => id === trigger.step);
  const outcome = step?.outcomes.find(({ id }) => id === trigger.outcome);
  return `“${step?.label ?? trigger.step}” menghasilkan “${outcome?.label ?? trigger.outcome}”`;
};
