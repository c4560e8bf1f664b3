// Somebody to be on the local host: invited by the manager, picked on the sign-in page.
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly description: string;
  readonly roles: readonly string[];
  /** Kemendagri codes; none: every area. */
  readonly areas: readonly string[];
  /** How they sign official documents, if they do. */
  readonly official?: {
    readonly position: string;
    readonly nameWithTitles: string;
    readonly nip: string;
    readonly rank: string;
  };
}
