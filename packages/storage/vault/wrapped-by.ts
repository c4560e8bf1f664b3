// What a wrapped key says of itself in clear: which of the tenant's data keys wrapped it.

const WRAPPED = /^v2\.([A-Za-z0-9]+)\.[A-Za-z0-9_-]+$/;

export const wrapForm = (id: string) => `v2.${id}`;

/** Undefined for what is no wrapped key, as where a key was destroyed. */
export const wrappedBy = (key: string): string | undefined => WRAPPED.exec(key)?.[1];

/** Guards items that hold a key: whoever loaded another key, or a key wrapped otherwise, does not write it back. */
export const wrapMark = (key: string): string => wrappedBy(key) ?? key;
