/** Characters after which an editor asks by itself. */
export const TRIGGERS: readonly string[] = ["@", "#", "[", ":", " ", "(", ","];
