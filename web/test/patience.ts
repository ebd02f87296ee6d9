import { configure } from '@testing-library/react'

// What is loaded when it is first needed comes late on a machine that does something else as well.
configure({ asyncUtilTimeout: 15_000 })
