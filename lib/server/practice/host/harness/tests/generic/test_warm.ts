export { test_services_converged } from './test_install.ts'
