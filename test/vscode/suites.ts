/** Every suite that runs in an extension host. */
import "./suites/problems.ts";
import "./suites/commands.ts";
import "./suites/language.ts";
import "./suites/trees.ts";
