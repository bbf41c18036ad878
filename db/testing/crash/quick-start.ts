/**
 * For `node --import`: a writer that is killed hundreds of times must start quickly. Node looks into the package.json of drizzle-orm
 * (180 kB) once for each of its hundred ES modules, 0.4 s altogether; its CommonJS twin is the same code and is found at once.
 */
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, specifier.startsWith('drizzle-orm') ? { ...context, conditions: ['node', 'require'] } : context),
})
