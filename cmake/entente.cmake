# One static library a folder under src/, one test program a folder: new files are picked up by name.

# A test is compiled more often than it is long: in the build for work and CI, fast to compile comes before fast to run.
function(entente_test_options target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O0>)
endfunction()

# entente_library(folder links...): libentente_<folder> of src/<folder>/*.cc and its *_test.cc.
function(entente_library folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cc)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  add_library(entente_${folder} STATIC ${sources})
  target_include_directories(entente_${folder} PUBLIC ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(entente_${folder} PUBLIC ${ARGN})
  if(tests)
    add_executable(entente_${folder}_test ${tests})
    target_link_libraries(entente_${folder}_test PRIVATE entente_${folder} GTest::gmock GTest::gtest_main)
    target_compile_definitions(entente_${folder}_test PRIVATE ENTENTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    entente_test_options(entente_${folder}_test)
    add_test(NAME ${folder} COMMAND entente_${folder}_test)
  endif()
endfunction()
