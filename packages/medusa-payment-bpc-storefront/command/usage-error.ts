/** A mistake in how the command was called; its message is for the person at the keyboard. */
export class UsageError extends Error {}
