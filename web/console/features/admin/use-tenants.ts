// The governments that use Layan: all of them, one of them, and the changes to one.
import type { TenantView } from '@layan/contract/admin/tenants';
import { adminApi } from '@layan/contract/admin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, useApi } from '../../shared/api.ts';

const SOON = 5_000;
const LIST = ['admin', 'tenants'] as const;
export const tenantKey = (id: string) => ['admin', 'tenant', id] as const;

/** Something is being done by itself, so that the page looks again soon. */
const isMoving = ({ provisioning, offboarding }: TenantView): boolean =>
  provisioning.state === 'running' ||
  (offboarding?.failure === undefined &&
    (offboarding?.state === 'closing' || offboarding?.state === 'destroying'));

export function useTenants() {
  const api = useApi();
  return useQuery({
    queryKey: LIST,
    queryFn: async () => {
      const all: TenantView[] = [];
      let after: string | undefined;
      do {
        const page = await api.call(adminApi.listTenants, { query: after === undefined ? {} : { after } });
        all.push(...page.tenants);
        after = page.next;
      } while (after !== undefined);
      return all;
    },
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? SOON : false),
  });
}

export function useTenant(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: tenantKey(id),
    queryFn: () => api.call(adminApi.getTenant, { params: { tenantId: id } }),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? SOON : false),
  });
}

/** What every answer about a tenant does to what is shown. */
export function useTenantSaved() {
  const queries = useQueryClient();
  return (tenant: TenantView): void => {
    queries.setQueryData(tenantKey(tenant.id), tenant);
    void queries.invalidateQueries({ queryKey: LIST });
    void queries.invalidateQueries({ queryKey: ['admin', 'acts'] });
  };
}

const changes = {
  suspend: adminApi.suspendTenant,
  resume: adminApi.resumeTenant,
  retry: adminApi.retryProvisioning,
  confirm: adminApi.confirmOffboarding,
  cancel: adminApi.cancelOffboarding,
  close: adminApi.closeTenant,
  destroy: adminApi.destroyTenant,
} as const;
export type TenantChange = keyof typeof changes;

export function useTenantChange({ id, revision }: Pick<TenantView, 'id' | 'revision'>) {
  const api = useApi();
  const queries = useQueryClient();
  const saved = useTenantSaved();
  return useMutation({
    mutationFn: (change: TenantChange) =>
      api.call(changes[change], { params: { tenantId: id }, body: { revision } }),
    onSuccess: saved,
    // Somebody was faster: the page shows how it stands now, and the button can be pressed again.
    onError: () => void queries.invalidateQueries({ queryKey: tenantKey(id) }),
  });
}

/** What the API found wrong, per field. */
export const problemsOf = (error: unknown): ReadonlyMap<string, string> =>
  new Map(
    error instanceof ApiProblem
      ? (error.problem.problems ?? []).map(({ field, detail }) => [field, detail])
      : [],
  );
