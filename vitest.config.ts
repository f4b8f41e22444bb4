import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // One file at a time: beside a call between two browsers, and their video, nothing else fits on two cores.
    fileParallelism: false,
    // A test that fails now and then is a fault to find, not to try again.
    retry: 0,
  },
})
