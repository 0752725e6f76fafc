/** Every suite that runs in an extension host. */
import "./suites/problems.ts";
import "./suites/commands.ts";
