// Numbers that no project has, standing where a large text will be put in; as JSON writes them.

export const columnsHole = 4.909093465297727e-291
export const rawCodeHole = 8.371625980472613e-297

export const COLUMNS_HOLE = JSON.stringify(columnsHole)
export const RAW_CODE_HOLE = JSON.stringify(rawCodeHole)
