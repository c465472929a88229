/** Who may enter the admin of the suites' stores. */
export const ADMIN = {
  email: "admin@example.com",
  password: "correct horse battery",
}
