import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** Beside a call between two browsers and their video, or processes that are killed, nothing else fits on two cores. */
const alone = [
  ...['test/{e2e,crash,race,scripts}/**/*.test.ts', 'test/db/embedded*.test.ts', 'test/support/**/*.test.ts'],
  // puts another module in the place of one of ours, which the others must not meet
  'test/jobs/deliver.test.ts',
]

const common = {
  testTimeout: 20_000,
  hookTimeout: 60_000,
  // A test that fails now and then is a fault to find, not to try again.
  retry: 0,
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'side by side',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone],
          maxWorkers: Math.min(4, availableParallelism()),
          // Its modules are loaded once a worker, which saves a third of the time: they keep no state that a file could leave to the next.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...common, name: 'alone', include: alone, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
})
