/** What VS Code's extension host is given as its tests, with a folder on the disk. */
import { loadSuites, runSuites } from "./run.ts";

export const run = (): Promise<void> => runSuites(loadSuites);
