// What is prepared for a tenant, step by step.
import type { TenantView } from '@layan/contract/admin/tenants';
import { Text } from '@mantine/core';
import { stepInWords, stepStates } from './tenant-words.ts';

export function ProvisioningSteps({ tenant: { provisioning } }: { tenant: TenantView }) {
  return (
    <>
      <ol className="admin-steps" aria-label="Langkah penyiapan">
        {provisioning.steps.map(({ step, state }) => (
          <li key={step} data-state={state}>
            {stepInWords(step)}: {stepStates[state]}
          </li>
        ))}
      </ol>
      {provisioning.reason === undefined ? null : (
        <Text size="sm" mt={4}>
          Sebab gagal: <span translate="no">{provisioning.reason}</span>
        </Text>
      )}
    </>
  );
}
