import { watch } from 'chokidar'
export { watch }
