/// Tables that people send as .xlsx or .csv: their cells, whatever made the file.
@NullMarked
package vn.lopmo.lms.organisation.table;

import org.jspecify.annotations.NullMarked;
