// Who may take a role that reaches one tenant, and in which sessions: with the tag `tenant`, which must be a slug, and with no
// other tag.

// What STS takes in the value of a tag besides letters, digits and the hyphen; and the stars it does not take.
const NO_SLUG_HAS = [' ', '_', '.', ':', '/', '=', '+', '@', ...['*', '?'].map((star) => `\${${star}}`)];

export const onlyForOneTenant = (takers: readonly string[]) => ({
  ArnEquals: { 'aws:PrincipalArn': [...takers] },
  StringLike: { 'aws:RequestTag/tenant': ['kota-*', 'kab-*'] },
  // A name with one of these could end within the resources of another: `kota-a/index/due` is an index of Kota A.
  StringNotLike: { 'aws:RequestTag/tenant': NO_SLUG_HAS.map((sign) => `*${sign}*`) },
  'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
  // ForAllValues is also true of no keys at all.
  Null: { 'aws:TagKeys': 'false', 'aws:RequestTag/tenant': 'false' },
});
