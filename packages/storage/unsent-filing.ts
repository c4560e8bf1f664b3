// Whoever changes, sends or drops a filing does so as they read it, and before it is sent.
export const unsentAt = (revision: number, also = '') => ({
  expression: `revision = :revision AND attribute_not_exists(filedAt)${also}`,
  values: { ':revision': revision },
});
