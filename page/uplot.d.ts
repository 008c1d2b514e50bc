// The node serves the library under this name, so that the page needs no import map, which its policy would refuse.
import uPlot from 'uplot';
export default uPlot;
