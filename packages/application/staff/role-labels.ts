// Names of the roles an agency has: those of its published standards, and the service manager.

export interface RoleLabel {
  readonly id: string;
  readonly label: string;
}
